package org.duban.journal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** By which way a piece of work came in. */
final class Channel {

    static final String BACKGROUND = "background";

    private Channel() {}

    static String ofThisThread() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? of(web.getRequest())
                : BACKGROUND;
    }

    private static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/engine-rest")) {
            return "engine-rest";
        }
        if (path.startsWith("/camunda/")) {
            return application(request.getHeader(HttpHeaders.REFERER));
        }
        if (path.startsWith("/api/")) {
            return "api";
        }
        return path.startsWith("/public/") ? "public" : "desk";
    }

    // All of the engine's applications use one API; the page they were on tells which it was.
    private static String application(String page) {
        for (String application : new String[] {"tasklist", "cockpit", "admin"}) {
            if (page != null && page.contains("/camunda/app/" + application)) {
                return application;
            }
        }
        return "camunda";
    }
}
