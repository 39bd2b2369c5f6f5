package org.duban.notice.service;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Says in the office's words why a mail did not go out; the server's own answer stays beside it. */
final class MailFaults {

    private static final int LONGEST = 200;

    private MailFaults() {}

    static String words(Exception failure) {
        if (failure instanceof MailAuthenticationException) {
            return "发信账号或密码不被邮件服务器接受，请管理员检查设置。";
        }
        Throwable cause = deepest(failure);
        if (cause instanceof UnknownHostException
                || cause instanceof ConnectException
                || cause instanceof SocketTimeoutException) {
            return "连接不上邮件服务器，请稍后重试；一直连不上的，请管理员检查设置。";
        }
        if (cause instanceof SendFailedException || cause instanceof MessagingException) {
            return "邮件服务器没有接收，请核对收件地址。服务器答复：" + shortened(cause.getMessage());
        }
        return "邮件没有发出。原因：" + shortened(cause.getMessage());
    }

    // A server's refusal hides in a chain of its own beside that of causes.
    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < 10; depth++) {
            Throwable next = next(cause);
            if (next == null || next == cause) {
                return cause;
            }
            cause = next;
        }
        return cause;
    }

    private static Throwable next(Throwable cause) {
        if (cause instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        if (cause instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return cause.getCause();
    }

    private static String shortened(String text) {
        String one = text == null ? "无" : text.replaceAll("\\s+", " ").strip();
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "…";
    }
}
