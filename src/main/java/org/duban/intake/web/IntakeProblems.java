package org.duban.intake.web;

import org.duban.intake.sheet.UnreadableFile;
import org.duban.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Answers errors of the imports' API as RFC 9457 problem details. */
@RestControllerAdvice(assignableTypes = ImportApi.class)
class IntakeProblems {

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableFile refusal) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage(), refusal.field());
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(HttpStatus.BAD_REQUEST, refusal.getMessage(), refusal.field());
    }

    @ExceptionHandler
    ProblemDetail withoutFile(MissingServletRequestPartException missing) {
        return problem(HttpStatus.BAD_REQUEST, "没有收到文件。请选择一个 .xlsx 或 .csv 文件后再上传。", missing.getRequestPartName());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException exceeded) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "文件太大。请分成几个文件分别导入。", "file");
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException mismatch) {
        String detail = "参数 " + mismatch.getName() + " 的值“" + mismatch.getValue() + "”不对，请改正后重试。";
        return problem(HttpStatus.BAD_REQUEST, detail, mismatch.getName());
    }

    private static ProblemDetail problem(HttpStatus status, String detail, String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle("导入未完成");
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
