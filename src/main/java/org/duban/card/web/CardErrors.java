package org.duban.card.web;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.kernel.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers errors about cards as RFC 9457 problem details a clerk understands. */
@RestControllerAdvice(assignableTypes = {CardApi.class, CardTaskApi.class})
class CardErrors {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage());
        if (refusal.field() != null) {
            detail.setProperty("field", refusal.field());
        }
        return detail;
    }

    @ExceptionHandler
    ProblemDetail noSuchCard(NoSuchCard missing, HttpServletRequest request) {
        return answer(
                HttpStatus.NOT_FOUND,
                request,
                missing.getMessage(),
                "There is no such card or task, or it is not yours to see.");
    }

    @ExceptionHandler
    ProblemDetail meanwhile(ConcurrencyFailureException meanwhile, HttpServletRequest request) {
        return answer(
                HttpStatus.CONFLICT,
                request,
                "这张牌刚刚被别人办理，您的操作没有保存。请刷新后再试。",
                "The card was changed by somebody else meanwhile; nothing was saved. Reload and try again.");
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                request,
                "提交的内容无法读取，应为 JSON：案号 subject、情形 cause（如 MISSED_NODE）、事实 text，牌级 colour 为 YELLOW 或 RED。",
                "The body cannot be read; send JSON with subject, cause such as MISSED_NODE, text, and colour YELLOW or RED.");
    }

    private static ProblemDetail answer(HttpStatus status, HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return ProblemDetail.forStatusAndDetail(status, wanted != null && wanted.startsWith("en") ? english : chinese);
    }
}
