package org.duban.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which part of the archive holds which sheet, by the relationship ids the workbook uses. */
final class SheetParts {

    private final ZipFile zip;
    private final Map<String, String> nameById = new HashMap<>();

    private SheetParts(ZipFile zip) {
        this.zip = zip;
    }

    static SheetParts of(ZipFile zip) throws IOException, XMLStreamException {
        SheetParts parts = new SheetParts(zip);
        ZipEntry relations = zip.stream()
                .filter(entry -> entry.getName().toLowerCase().endsWith("_rels/workbook.xml.rels"))
                .findFirst()
                .orElseThrow(() -> new IOException("no relations of the workbook"));
        String folder = relations.getName().replaceFirst("_rels/[^/]*$", "");
        try (InputStream in = zip.getInputStream(relations)) {
            XMLStreamReader xml = SheetSurvey.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && "Relationship".equals(xml.getLocalName())) {
                    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    String name = target.startsWith("/") ? target.substring(1) : folder + target;
                    parts.nameById.put(xml.getAttributeValue(null, "Id"), name);
                }
            }
        }
        return parts;
    }

    InputStream open(String id) throws IOException {
        String name = nameById.get(id);
        ZipEntry entry = name == null
                ? null
                : zip.stream()
                        .filter(candidate -> candidate.getName().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
        if (entry == null) {
            throw new IOException("no part for sheet " + id);
        }
        return zip.getInputStream(entry);
    }
}
