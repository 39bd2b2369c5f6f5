package org.duban;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token a page's form carries, as a browser sends it: cookie and header. Spring's own {@code csrf()} for tests puts
 * another store of tokens into the running application for good, and from then on every real browser is refused.
 */
public final class PageToken {

    private PageToken() {}

    public static RequestPostProcessor pageToken() {
        return request -> {
            Cookie[] sent = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            Cookie[] cookies = Arrays.copyOf(sent, sent.length + 1);
            cookies[sent.length] = new Cookie("DUBAN-XSRF", "the-token-of-a-page");
            request.setCookies(cookies);
            request.addHeader("X-DUBAN-XSRF", "the-token-of-a-page");
            return request;
        };
    }
}
