package org.duban.notice.paper;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Puts words into a Word template. Plain text only: nothing in a template is evaluated. */
final class TemplateFiller {

    private TemplateFiller() {}

    static byte[] fill(byte[] template, Map<String, String> words, Map<String, Boolean> conditions) {
        Map<String, Object> model = new HashMap<>(conditions);
        words.forEach((name, value) -> model.put(name, printable(value)));
        try (XWPFTemplate document = XWPFTemplate.compile(new ByteArrayInputStream(template), Configure.createDefault())
                        .render(model);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what XML cannot hold; a new line is set in by two characters like the paragraph it stands in. */
    private static String printable(String value) {
        return value.strip()
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[^\\P{C}\n\t]|\\p{Cs}", "")
                .replaceAll("\n+[ \\t　]*", "\n　　");
    }
}
