package org.duban.evidence.web;

import org.duban.evidence.TooLarge;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * The servlet container refuses an upload before any controller is chosen, so this advice cannot be tied to one. Its
 * sentence holds for every upload of the application, which all have the same limit.
 */
@RestControllerAdvice
@Order(0)
class UploadTooLarge {

    @ExceptionHandler
    ProblemDetail refused(MaxUploadSizeExceededException tooLarge) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, TooLarge.MESSAGE);
    }
}
