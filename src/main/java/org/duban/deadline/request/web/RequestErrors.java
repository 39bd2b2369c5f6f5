package org.duban.deadline.request.web;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.kernel.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers errors about requests as RFC 9457 problem details a clerk understands. */
@RestControllerAdvice(assignableTypes = RequestApi.class)
class RequestErrors {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage());
        if (refusal.field() != null) {
            detail.setProperty("field", refusal.field());
        }
        return detail;
    }

    @ExceptionHandler
    ProblemDetail noSuchCase(NoSuchCase missing, HttpServletRequest request) {
        return answer(
                HttpStatus.NOT_FOUND,
                request,
                missing.getMessage(),
                "There is no such case, or it is not yours to see.");
    }

    @ExceptionHandler
    ProblemDetail meanwhile(ConcurrencyFailureException meanwhile, HttpServletRequest request) {
        return answer(
                HttpStatus.CONFLICT,
                request,
                "这个案件刚刚被别人办理，您的操作没有保存。请刷新后再试。",
                "The case was changed by somebody else meanwhile; nothing was saved. Reload and try again.");
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                request,
                "提交的内容无法读取，应为 JSON：种类 kind 为 EXTENSION、SUSPENSION 或 REASSIGNMENT，日期 day 应如 2026-03-31。",
                "The body cannot be read; send JSON with kind EXTENSION, SUSPENSION or REASSIGNMENT and day like 2026-03-31.");
    }

    private static ProblemDetail answer(HttpStatus status, HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return ProblemDetail.forStatusAndDetail(status, wanted != null && wanted.startsWith("en") ? english : chinese);
    }
}
