package org.duban.intake.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A first look at XML parts that the row reader does not take itself: document types are refused, merged ranges are
 * collected, and cell addresses are kept within what a spreadsheet can have.
 */
final class SheetSurvey {

    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final int MAX_MERGES = 200_000;
    private static final int MAX_ARRAY_FORMULAS = 200;

    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    }

    private SheetSurvey() {}

    static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        return XML.createXMLStreamReader(part);
    }

    /** @throws UnreadableFile when the part declares a document type, which no spreadsheet program writes */
    static void refuseDocumentType(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = reader(part);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw documentType();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return;
            }
        }
    }

    static List<Merges.Range> merges(InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = reader(sheet);
        List<Merges.Range> ranges = new ArrayList<>();
        int arrayFormulas = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw documentType();
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "c" -> checkAddress(xml.getAttributeValue(null, "r"));
                case "f" -> arrayFormulas += "array".equals(xml.getAttributeValue(null, "t")) ? 1 : 0;
                case "mergeCell" -> ranges.add(range(xml.getAttributeValue(null, "ref")));
                default -> {
                    // Nothing else bears on the rows.
                }
            }
            if (ranges.size() > MAX_MERGES || arrayFormulas > MAX_ARRAY_FORMULAS) {
                throw new UnreadableFile("工作表里的合并单元格或数组公式太多。请只复制数值到新工作簿，另存后再上传。");
            }
        }
        return ranges;
    }

    private static void checkAddress(String address) throws XMLStreamException {
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw new XMLStreamException("cell address " + address);
        }
    }

    private static Merges.Range range(String ref) throws XMLStreamException {
        String[] corners = ref == null ? new String[0] : ref.split(":");
        if (corners.length == 0 || corners.length > 2) {
            throw new XMLStreamException("merged range " + ref);
        }
        int[] first = corner(corners[0]);
        int[] last = corner(corners[corners.length - 1]);
        return new Merges.Range(first[0], first[1], last[0], last[1]);
    }

    private static int[] corner(String address) throws XMLStreamException {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new XMLStreamException("cell address " + address);
        }
        int column = 0;
        for (char letter : matcher.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return new int[] {Integer.parseInt(matcher.group(2)) - 1, column - 1};
    }

    private static UnreadableFile documentType() {
        return new UnreadableFile("文件里含有外部引用声明，可能有害，已停止读取。请把内容复制到新建的工作簿中，另存为 .xlsx 后再上传。");
    }
}
