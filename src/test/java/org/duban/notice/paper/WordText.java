package org.duban.notice.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What a Word file says, a line for each paragraph and each break, that in boxes too. */
public final class WordText {

    private WordText() {}

    public static String of(byte[] docx) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            StringBuilder text = new StringBuilder();
            read(
                    factory.newDocumentBuilder()
                            .parse(new InputSource(
                                    new StringReader(document.getDocument().xmlText())))
                            .getDocumentElement(),
                    text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(Element element, StringBuilder text) {
        String name = element.getLocalName();
        if (name.equals("t")) {
            text.append(element.getTextContent());
        } else if (name.equals("br") || name.equals("cr")) {
            text.append('\n');
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                read(inner, text);
            }
        }
        if (name.equals("p")) {
            text.append('\n');
        }
    }
}
