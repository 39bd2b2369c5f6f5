package org.duban.petition.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.duban.petition.publication.PublicTables;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** An Atom feed of batches, each entry new again when something in it is published, corrected or withdrawn. */
@Controller
class PublicFeed {

    private static final int ENTRIES = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final PublicTables tables;

    PublicFeed(PublicTables tables) {
        this.tables = tables;
    }

    @GetMapping("/public/batches/feed.xml")
    void feed(WebRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
        List<PublicTables.Item> items = tables.list(ENTRIES, 0);
        if (PublicBatches.unchanged(PublicApi.etag(items) + "-feed", request, response)) {
            return;
        }
        response.setContentType("application/atom+xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String here = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/public/batches")
                .toUriString();
        Writer out = response.getWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        text(xml, "title", "生态环境信访件办理情况公开");
        text(xml, "id", here);
        link(xml, here);
        text(
                xml,
                "updated",
                items.stream()
                        .map(item -> item.open().lastAt())
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        for (PublicTables.Item item : items) {
            entry(xml, item, here + "/" + item.open().token());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void entry(XMLStreamWriter xml, PublicTables.Item item, String address) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "title", item.title() + "信访件办理情况");
        text(xml, "id", address);
        link(xml, address);
        text(xml, "updated", item.open().lastAt().toString());
        text(xml, "summary", "已公开 " + item.letters() + " 件");
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
