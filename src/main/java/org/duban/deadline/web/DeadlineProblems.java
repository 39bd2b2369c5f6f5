package org.duban.deadline.web;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers errors of this module's API as RFC 9457 problem details. */
@RestControllerAdvice(assignableTypes = {CalendarApi.class, DeadlineApi.class})
class DeadlineProblems {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(HttpStatus.BAD_REQUEST, refusal.getMessage(), refusal.field());
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound notFound) {
        return problem(HttpStatus.NOT_FOUND, notFound.getMessage(), null);
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        String name = mismatch.getName();
        String chinese = "参数 " + name + " 的值“" + mismatch.getValue() + "”无法识别，日期应如 2025-09-28，天数和年份应为整数。";
        String english = "Parameter " + name + " cannot be read: '" + mismatch.getValue()
                + "'. Dates look like 2025-09-28; days and years are whole numbers.";
        return problem(HttpStatus.BAD_REQUEST, inLanguage(request, chinese, english), name);
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        String name = missing.getParameterName();
        String chinese = "缺少参数 " + name + "，请补上后再试。";
        return problem(
                HttpStatus.BAD_REQUEST, inLanguage(request, chinese, "Parameter " + name + " is missing."), name);
    }

    @ExceptionHandler
    ProblemDetail noTable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        String chinese = "提交的内容无法读取，应为 JSON：{\"notice\":文号，\"days\":[{\"date\",\"type\",\"name\"}]}。";
        String english = "The body cannot be read; send JSON {\"notice\",\"days\":[{\"date\",\"type\",\"name\"}]}.";
        return problem(HttpStatus.BAD_REQUEST, inLanguage(request, chinese, english), null);
    }

    private static ProblemDetail problem(HttpStatus status, String detail, String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    /** Chinese unless the client asks for English first; the language of the server plays no part. */
    private static String inLanguage(HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.startsWith("en") ? english : chinese;
    }
}
