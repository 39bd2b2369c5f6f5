package org.duban.journal.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.duban.journal.Accesses;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records every file that leaves, whoever sends it, the engine's applications included: an answer that is to be kept as a
 * file and that its sender does not record itself. What strangers may have is not theirs to account for.
 */
@Component
class FilesOut extends OncePerRequestFilter {

    private static final String PUBLIC = "/public/";

    private final Accesses accesses;

    FilesOut(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PUBLIC);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RecordedAnswer answer = new RecordedAnswer(request, response, accesses);
        boolean whole = false;
        try {
            chain.doFilter(request, answer);
            whole = true;
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtTheEnd(answer));
            } else {
                answer.ended(whole);
            }
        }
    }

    /** Of an answer that is written in another thread. */
    private record AtTheEnd(RecordedAnswer answer) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            answer.ended(true);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            answer.ended(false);
        }

        @Override
        public void onError(AsyncEvent event) {
            answer.ended(false);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It goes on with this listener.
        }
    }
}
