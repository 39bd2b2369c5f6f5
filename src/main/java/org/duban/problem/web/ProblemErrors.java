package org.duban.problem.web;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.kernel.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers errors of this module's API as RFC 9457 problem details a clerk understands. */
@RestControllerAdvice(assignableTypes = {CaseApi.class, TaskApi.class})
class ProblemErrors {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage());
        if (refusal.field() != null) {
            detail.setProperty("field", refusal.field());
        }
        return detail;
    }

    @ExceptionHandler
    ProblemDetail notForYou(NotForYou missing, HttpServletRequest request) {
        String english = "There is no such case or task, or it is not yours to see.";
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, inLanguage(request, missing.getMessage(), english));
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed refused, HttpServletRequest request) {
        String english = "Only a coordinator may do this.";
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, inLanguage(request, refused.getMessage(), english));
    }

    @ExceptionHandler
    ProblemDetail meanwhile(ConcurrencyFailureException meanwhile, HttpServletRequest request) {
        String chinese = "这个案件刚刚被别人改动，您的操作没有保存。请刷新后再试。";
        String english = "The case was changed by somebody else meanwhile; nothing was saved. Reload and try again.";
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, inLanguage(request, chinese, english));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        String chinese = "提交的内容无法读取，应为 JSON:{\"channel\",\"text\",\"receivedOn\"},日期应如 2026-03-31。";
        String english =
                "The body cannot be read; send JSON {\"channel\",\"text\",\"receivedOn\"}, dates like 2026-03-31.";
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, inLanguage(request, chinese, english));
    }

    private static String inLanguage(HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.startsWith("en") ? english : chinese;
    }
}
