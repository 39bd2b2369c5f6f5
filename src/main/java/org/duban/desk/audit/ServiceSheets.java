package org.duban.desk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.duban.desk.audit.StepView.DocumentLine;
import org.duban.kernel.Zones;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** 送达回证: a sheet for each document that says how it went to whom and who signed for it, made from the record. */
@Component
class ServiceSheets {

    private final SpringTemplateEngine templates;

    ServiceSheets(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /** A sheet and the hash it is filed under. */
    record Sheet(String sha256, byte[] html) {}

    Sheet of(String caseNo, DocumentLine document) {
        Map<String, Object> said = Map.of("no", caseNo, "document", document, "city", Zones.CITY);
        byte[] html = templates
                .process("audit/service-sheet", new Context(Locale.SIMPLIFIED_CHINESE, said))
                .getBytes(StandardCharsets.UTF_8);
        return new Sheet(sha256(html), html);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
