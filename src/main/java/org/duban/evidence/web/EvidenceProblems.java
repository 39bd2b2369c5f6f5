package org.duban.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.evidence.NotYours;
import org.duban.evidence.TooLarge;
import org.duban.evidence.UnknownEvidence;
import org.duban.kernel.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Answers errors of this module's API as RFC 9457 problem details. */
@RestControllerAdvice(assignableTypes = {EvidenceApi.class, EvidenceContent.class})
@Order(0)
class EvidenceProblems {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(status(refusal), refusal.getMessage(), refusal.field());
    }

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        String name = mismatch.getName();
        return problem(
                "id".equals(name) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                say(
                        request,
                        "“" + mismatch.getValue() + "”无法识别，日期应如 2026-03-31,请修改后再试。",
                        "Cannot read '" + mismatch.getValue() + "'; dates look like 2026-03-31."),
                name);
    }

    @ExceptionHandler({MissingServletRequestPartException.class, MissingServletRequestParameterException.class})
    ProblemDetail missing(Exception missing, HttpServletRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST,
                say(request, "没有收到文件或任务编号，请重新选择文件后上传。", "The file or the parameter taskId is missing."),
                null);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST,
                say(
                        request,
                        "提交的内容无法读取，日期应如 2026-03-31,请检查后再试。",
                        "The body cannot be read; dates look like 2026-03-31."),
                null);
    }

    private static HttpStatus status(Refusal refusal) {
        if (refusal instanceof NotYours) {
            return HttpStatus.FORBIDDEN;
        }
        if (refusal instanceof UnknownEvidence) {
            return HttpStatus.NOT_FOUND;
        }
        return refusal instanceof TooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private static ProblemDetail problem(HttpStatus status, String detail, String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    private static String say(HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.startsWith("en") ? english : chinese;
    }
}
