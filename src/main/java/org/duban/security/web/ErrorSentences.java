package org.duban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** What a status says to a clerk: Chinese, or English when the caller asks for it first. */
final class ErrorSentences {

    private static final Sentence OTHER = new Sentence("请求有误，请检查后重试。", "The request is not valid.");

    private static final Map<Integer, Sentence> BY_STATUS = Map.of(
            400, new Sentence("请求的内容无法读取，请检查后重试。", "The request cannot be read."),
            401, new Sentence("请先登录。", "Please log in."),
            403,
                    new Sentence(
                            "您的账号没有这项权限，或者页面已经过期。请刷新页面；仍然不行时请与管理员联系。",
                            "Your account may not do this, or the page is too old. Reload it, or ask your administrator."),
            404, new Sentence("没有找到所请求的内容，请检查地址。", "Not found; check the address."),
            405, new Sentence("这个地址不支持该操作。", "This address does not support the method."),
            406, new Sentence("不支持这种数据格式。", "This data format is not supported."),
            413, new Sentence("文件太大，每个文件不能超过 50 MB。请压缩或拆分后重新上传。", "The file is too large; the limit is 50 MB each."),
            415, new Sentence("不支持这种数据格式。", "This data format is not supported."),
            500,
                    new Sentence(
                            "系统没能完成这次操作，您的数据没有被改动。请稍后再试；再次出错时请把编号告诉管理员。",
                            "The operation failed and nothing was changed. Try again later, or tell your administrator"
                                    + " the reference."));

    private record Sentence(String chinese, String english) {}

    private ErrorSentences() {}

    static String of(HttpStatusCode status, HttpServletRequest request) {
        int known = status.is5xxServerError() ? 500 : status.value();
        Sentence sentence = BY_STATUS.getOrDefault(known, OTHER);
        return inLanguage(request, sentence.chinese(), sentence.english());
    }

    /** The server's own language plays no part. */
    static String inLanguage(HttpServletRequest request, String chinese, String english) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.strip().startsWith("en") ? english : chinese;
    }
}
