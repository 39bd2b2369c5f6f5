package org.duban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.duban.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Puts what went wrong in a controller into a sentence. A module's own advice for its own errors comes first. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    /** The sentence stays Chinese in every language: it is the office's own rule that speaks. */
    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        HttpStatus status =
                "GET".equals(request.getMethod()) ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY;
        return answer(new ErrorAnswer(status, refusal.getMessage(), refusal.field(), null), request);
    }

    @ExceptionHandler
    Object mistyped(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        String name = mismatch.getName();
        String sentence = ErrorSentences.inLanguage(
                request,
                "参数 " + name + " 的值“" + mismatch.getValue() + "”无法识别，请检查后重试。",
                "Parameter " + name + " cannot be read: '" + mismatch.getValue() + "'.");
        return answer(new ErrorAnswer(HttpStatus.BAD_REQUEST, sentence, name, null), request);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        String name = missing.getParameterName();
        String sentence =
                ErrorSentences.inLanguage(request, "缺少参数 " + name + "，请补上后重试。", "Parameter " + name + " is missing.");
        return answer(new ErrorAnswer(HttpStatus.BAD_REQUEST, sentence, name, null), request);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(ErrorAnswer.of(HttpStatus.BAD_REQUEST, request), request);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answer(ErrorAnswer.of(HttpStatus.PAYLOAD_TOO_LARGE, request), request);
    }

    @ExceptionHandler
    Object denied(AccessDeniedException denied, HttpServletRequest request) {
        return answer(ErrorAnswer.of(HttpStatus.FORBIDDEN, request), request);
    }

    /** Who asked has gone away; nobody is left to answer, and nothing is at fault. */
    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    void gone(Exception e, HttpServletRequest request, HttpServletResponse response) {
        log.debug("{} {} was not waited for", request.getMethod(), request.getRequestURI(), e);
    }

    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            return answer(ErrorAnswer.of(known.getStatusCode(), request), request);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        String sentence = ErrorSentences.of(status, request);
        return answer(new ErrorAnswer(status, sentence, null, reference), request);
    }

    private static Object answer(ErrorAnswer answer, HttpServletRequest request) {
        return answer.to(request.getRequestURI(), request);
    }
}
