package org.duban.notice.paper;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duban.kernel.Refusal;

/** What the paragraphs of a part of a Word file say, those in boxes and tables too, however Word has cut them up. */
final class WordParagraphs {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordParagraphs() {}

    static List<String> of(byte[] part) {
        List<String> paragraphs = new ArrayList<>();
        Deque<StringBuilder> open = new ArrayDeque<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(part));
            boolean text = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && WORD.equals(xml.getNamespaceURI())) {
                    text = xml.getLocalName().equals("t");
                    if (xml.getLocalName().equals("p")) {
                        open.push(new StringBuilder());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && WORD.equals(xml.getNamespaceURI())) {
                    text = false;
                    if (xml.getLocalName().equals("p")) {
                        paragraphs.add(open.pop().toString());
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && text && !open.isEmpty()) {
                    open.peek().append(xml.getText());
                }
            }
        } catch (XMLStreamException broken) {
            throw new Refusal("file", "模板的内容读不出来，文件可能已损坏。请用 Word 或 WPS 打开，另存后再上传。");
        }
        return paragraphs;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
