package org.duban.desk.audit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Draws a model as a plain SVG picture by the places it says itself, for papers that have to open without any program of
 * ours: where a case went is green, where it stands is yellow.
 */
final class BpmnDrawing {

    private static final int MARGIN = 20;
    private static final int TEXT = 12;

    private final Document model;
    private final Collection<String> done;
    private final Collection<String> current;
    private final Map<String, Element> elements = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();
    private double right;
    private double bottom;

    private BpmnDrawing(Document model, Collection<String> done, Collection<String> current) {
        this.model = model;
        this.done = done;
        this.current = current;
    }

    /** @param done ids of elements and sequence flows that were passed */
    static String svg(String bpmn, Collection<String> done, Collection<String> current) {
        return new BpmnDrawing(read(bpmn), done, current).draw();
    }

    private static Document read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalArgumentException("no BPMN", e);
        }
    }

    private String draw() {
        for (Element element : all(model.getDocumentElement(), "*")) {
            if (!element.getAttribute("id").isEmpty()) {
                elements.put(element.getAttribute("id"), element);
            }
        }
        all(model.getDocumentElement(), "BPMNShape").forEach(this::shape);
        all(model.getDocumentElement(), "BPMNEdge").forEach(this::edge);
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" viewBox="0 0 %1$.0f %2$.0f" \
                font-family="sans-serif" font-size="%3$d"><defs><marker id="end" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" refX="8" \
                refY="4" orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs>%4$s</svg>
                """, right + MARGIN, bottom + MARGIN, TEXT, svg);
    }

    private void shape(Element shape) {
        Element element = elements.get(shape.getAttribute("bpmnElement"));
        Element bounds = first(shape, "Bounds");
        if (element == null || bounds == null) {
            return;
        }
        double x = number(bounds, "x");
        double y = number(bounds, "y");
        double width = number(bounds, "width");
        double height = number(bounds, "height");
        reach(x + width, y + height + 2 * TEXT);
        String id = element.getAttribute("id");
        String kind = element.getLocalName();
        boolean large = "subProcess".equals(kind) || "participant".equals(kind) || "lane".equals(kind);
        String fill = large ? "none" : current.contains(id) ? "#ffe08a" : done.contains(id) ? "#dcefe6" : "#fff";
        String stroke = current.contains(id) ? "#b35900" : done.contains(id) ? "#14634a" : "#444";
        String style =
                " fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"".formatted(fill, stroke, done.contains(id) ? 2 : 1);
        if (kind.endsWith("Event")) {
            circle(x, y, width, kind.equals("endEvent") ? style.replace("-width=\"1\"", "-width=\"3\"") : style);
        } else if (kind.endsWith("Gateway")) {
            add(
                    "<polygon points=\"%.0f,%.0f %.0f,%.0f %.0f,%.0f %.0f,%.0f\"%s/>",
                    x + width / 2, y, x + width, y + height / 2, x + width / 2, y + height, x, y + height / 2, style);
        } else {
            add("<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"8\"%s/>", x, y, width, height, style);
        }
        name(element, first(shape, "BPMNLabel"), x, y, width, large ? 2 * TEXT : height);
    }

    private void circle(double x, double y, double width, String style) {
        add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\"%s/>", x + width / 2, y + width / 2, width / 2, style);
    }

    private void edge(Element edge) {
        List<String> points = new ArrayList<>();
        for (Element point : all(edge, "waypoint")) {
            points.add(String.format(Locale.ROOT, "%.0f,%.0f", number(point, "x"), number(point, "y")));
            reach(number(point, "x"), number(point, "y"));
        }
        boolean went = done.contains(edge.getAttribute("bpmnElement"));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" marker-end=\"url(#end)\"/>",
                String.join(" ", points), went ? "#14634a" : "#888", went ? 3 : 1);
        Element flow = elements.get(edge.getAttribute("bpmnElement"));
        Element label = first(edge, "BPMNLabel");
        if (flow != null && label != null) {
            name(flow, label, 0, 0, 0, 0);
        }
    }

    private void name(Element element, Element label, double x, double y, double width, double height) {
        String text = element.getAttribute("name");
        Element bounds = label == null ? null : first(label, "Bounds");
        if (text.isBlank()) {
            return;
        }
        double left = bounds == null ? x : number(bounds, "x");
        double top = bounds == null ? y : number(bounds, "y");
        double wide = bounds == null ? width - 8 : number(bounds, "width");
        double high = bounds == null ? height : number(bounds, "height");
        int perLine = Math.max(4, (int) (wide / TEXT) + (bounds == null ? 0 : 1));
        int lines = (text.length() + perLine - 1) / perLine;
        double middle = bounds == null ? left + width / 2 : left + wide / 2;
        double line = top + Math.max(TEXT, (high - lines * TEXT) / 2 + TEXT - 2);
        for (int from = 0; from < text.length(); from += perLine) {
            add(
                    "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>",
                    middle, line, HtmlUtils.htmlEscape(text.substring(from, Math.min(text.length(), from + perLine))));
            line += TEXT + 2;
        }
    }

    private void reach(double x, double y) {
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static Element first(Element within, String name) {
        List<Element> found = all(within, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> all(Element within, String name) {
        NodeList nodes = within.getElementsByTagNameNS("*", name);
        List<Element> found = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
