package org.duban;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Sweeps the whole text of a model for expressions and code. It reads the XML itself, not a list of known attributes, so
 * that an expression in a place nobody thought of is found too.
 */
final class ModelExpressions {

    /** The variables a gateway may ask, all true or false. */
    static final Set<String> ANSWERS = Set.of(
            "dispatchComplete",
            "signedFor",
            "returnsCapped",
            "planAccepted",
            "standing",
            "headSigned",
            "preliminaryPassed",
            "criteriaMet",
            "objectionUpheld",
            "objectionsLeft",
            "strikeOffApproved",
            "relapsed",
            "checkpointsLeft",
            "roundOpened",
            "unitAsked",
            "requestSigned",
            "byLeader",
            "requestGranted",
            "carriedOut",
            "cardKept",
            "cardReturned",
            "cardGranted",
            "cardIssued",
            "yellowInForce",
            "noticeSigned",
            "replyPassed",
            "redProposed",
            "sitePassed",
            "liftingApproved",
            "dispatched",
            "severalUnits",
            "anotherRound",
            "shareSigned",
            "letterNotOurs",
            "findingsSigned",
            "answerPassed",
            "redispatchesCapped",
            "toPublish",
            "settled",
            "callBackNeeded",
            "followUpGoesOn",
            "becameProblem",
            "dissatisfied",
            "dissatisfiedCapped");

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z]\\w*)}");
    private static final Pattern CALL = Pattern.compile("\\$\\{([a-z]\\w*)\\.([a-z]\\w*)\\(execution\\)}");
    private static final Pattern GROUP =
            Pattern.compile("coordinator|leader|unit\\$\\{(?:leadUnit|supervisingUnit|unit)}(?:head)?");
    private static final Set<String> CODE = Set.of("class", "expression", "resource", "scriptFormat", "assignee");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private ModelExpressions() {}

    enum Kind {
        BEAN,
        CALL,
        ANSWER,
        GROUP,
        FORBIDDEN
    }

    /** One expression: the element it stands at, its place there, its text. */
    record Found(Kind kind, String where, String text, String bean, String method) {}

    static List<Found> in(Models.Flow flow) {
        List<Found> found = new ArrayList<>();
        sweep(parse(flow.xml()).getDocumentElement(), found);
        return found;
    }

    private static void sweep(Element element, List<Found> found) {
        String name = element.getLocalName();
        if (name.toLowerCase().contains("script")) {
            found.add(forbidden(element, "a script"));
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String place = attribute.getLocalName();
            boolean camunda = CAMUNDA.equals(attribute.getNamespaceURI()) || CAMUNDA.equals(element.getNamespaceURI());
            if (camunda && CODE.contains(place)) {
                found.add(forbidden(element, "camunda:" + place));
            } else if (place.equals("candidateGroups")
                    || attribute.getNodeValue().contains("${")) {
                found.add(judge(element, place, attribute.getNodeValue()));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                sweep(inner, found);
            } else if (child.getNodeValue() != null && child.getNodeValue().contains("${")) {
                found.add(judge(element, name, child.getNodeValue().trim()));
            }
        }
    }

    private static Found judge(Element element, String place, String text) {
        Matcher bean = BEAN.matcher(text);
        Matcher call = CALL.matcher(text);
        switch (place) {
            case "candidateGroups":
                return GROUP.matcher(text).matches()
                        ? new Found(Kind.GROUP, owner(element), text, null, null)
                        : forbidden(element, "candidate group " + text);
            case "delegateExpression":
                return bean.matches()
                        ? new Found(Kind.BEAN, owner(element), text, bean.group(1), null)
                        : forbidden(element, text);
            // A start event has no case yet, so that its cycle is a bean by itself.
            case "timeCycle", "failedJobRetryTimeCycle":
                return bean.matches()
                        ? new Found(Kind.BEAN, owner(element), text, bean.group(1), null)
                        : forbidden(element, text);
            case "conditionExpression":
                return bean.matches() && ANSWERS.contains(bean.group(1))
                        ? new Found(Kind.ANSWER, owner(element), text, null, null)
                        : forbidden(element, text);
            case "dueDate", "followUpDate", "collection", "timeDate":
                return call.matches()
                        ? new Found(Kind.CALL, owner(element), text, call.group(1), call.group(2))
                        : forbidden(element, text);
            default:
                return forbidden(element, place + " " + text);
        }
    }

    private static Found forbidden(Element element, String text) {
        return new Found(Kind.FORBIDDEN, owner(element), text, null, null);
    }

    private static String owner(Element element) {
        Element step = element;
        while (!step.hasAttribute("id") && step.getParentNode() instanceof Element parent) {
            step = parent;
        }
        return step.getAttribute("id");
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
