package org.duban.round.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers errors of this module's API as RFC 9457 problem details a clerk understands. */
@RestControllerAdvice(assignableTypes = RoundTaskApi.class)
class RoundErrors {

    @ExceptionHandler
    ProblemDetail noSuchTask(NoSuchRoundTask missing, HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        boolean english = wanted != null && wanted.startsWith("en");
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                english ? "There is no such task, or it is not in your list." : missing.getMessage());
    }
}
