package org.duban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/**
 * One error, told either as RFC 9457 problem details to a program or as a page to a person.
 *
 * @param field the field or parameter at fault, or null
 * @param reference the number under which the log has the cause, or null
 */
record ErrorAnswer(HttpStatusCode status, String sentence, String field, String reference) {

    static ErrorAnswer of(HttpStatusCode status, HttpServletRequest request) {
        return new ErrorAnswer(status, ErrorSentences.of(status, request), null, null);
    }

    /** In the form that suits who asked for {@code path}. */
    Object to(String path, HttpServletRequest request) {
        return forProgram(path, request) ? problem(path) : page();
    }

    private static boolean forProgram(String path, HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean html = accept != null && accept.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML_VALUE);
        return path.startsWith("/api/") || path.startsWith("/engine-rest") || path.startsWith("/camunda/api/") || !html;
    }

    private ResponseEntity<ProblemDetail> problem(String path) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setInstance(URI.create(path));
        if (field != null) {
            detail.setProperty("field", field);
        }
        if (reference != null) {
            detail.setProperty("reference", reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page() {
        String view =
                switch (status.value()) {
                    case 403 -> "error/403";
                    case 404 -> "error/404";
                    default -> "error";
                };
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        page.addObject("sentence", sentence);
        page.addObject("reference", reference);
        return page;
    }
}
