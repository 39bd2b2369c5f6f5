package org.duban.notice.paper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an uploaded template before it is used: each name between braces is known, none that matters is missing, what
 * depends on something is opened and closed in order, and a paper can indeed be made from it.
 */
final class TemplateCheck {

    private static final Pattern BRACED = Pattern.compile("\\{\\{(.*?)}}");

    private final PaperKind kind;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private TemplateCheck(PaperKind kind) {
        this.kind = kind;
    }

    /** @throws TemplateFaults with every fault found */
    static void check(PaperKind kind, String fileName, byte[] docx) {
        Map<String, byte[]> parts = WordPackage.texts(fileName, docx);
        TemplateCheck check = new TemplateCheck(kind);
        parts.values().forEach(part -> WordParagraphs.of(part).forEach(check::paragraph));
        check.whole();
        if (check.faults.isEmpty()) {
            check.trial(fileName, docx);
        }
        if (!check.faults.isEmpty()) {
            throw new TemplateFaults(new ArrayList<>(check.faults));
        }
    }

    private void paragraph(String text) {
        Matcher braced = BRACED.matcher(text);
        while (braced.find()) {
            placeholder(braced.group(1), braced.group());
        }
        String rest = BRACED.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            faults.add("有一处花括号不成对：“" + shortened(rest) + "”。占位符要写在同一段里，两边各两个半角花括号。");
        }
    }

    private void placeholder(String name, String written) {
        Set<String> conditions = conditions();
        if (name.startsWith("?") && conditions.contains(name.substring(1))) {
            open.push(name.substring(1));
            shown.add(name.substring(1));
        } else if (name.startsWith("/") && conditions.contains(name.substring(1))) {
            if (!name.substring(1).equals(open.poll())) {
                faults.add("“" + written + "”没有对应的开始，或者与别的判断交叉了。");
            }
        } else if (Placeholders.known(kind).contains(name)) {
            shown.add(name);
        } else {
            faults.add("“" + shortened(written) + "”系统不认识，请改成可用的占位符或者删去。");
        }
    }

    private void whole() {
        open.forEach(name -> faults.add("“{{?" + name + "}}”没有结束，请在后面加上“{{/" + name + "}}”。"));
        for (String name : Placeholders.demanded(kind)) {
            if (!shown.contains(name) && !(name.equals(PaperField.COLOUR) && tellsColour())) {
                faults.add("缺少“{{" + name + "}}”，" + kind.label() + "里必须写明。");
            }
        }
    }

    // The title names the colour, and so does text that is there for one colour only.
    private boolean tellsColour() {
        return shown.contains(Placeholders.TITLE)
                || shown.contains(PaperField.YELLOW) && shown.contains(PaperField.RED);
    }

    // Once with everything told and once with no more than must be, because what is left out is cut out.
    private void trial(String fileName, byte[] docx) {
        Map<String, String> all = new HashMap<>();
        Placeholders.known(kind).forEach(name -> all.put(name, "试填" + name));
        all.put(PaperField.COLOUR, PaperField.RED);
        Map<String, String> least = new HashMap<>(all);
        least.replaceAll((name, value) -> Placeholders.demanded(kind).contains(name) ? value : "");
        least.put(PaperField.COLOUR, PaperField.YELLOW);
        try {
            tryOut(fileName, docx, all);
            tryOut(fileName, docx, least);
        } catch (RuntimeException unusable) {
            faults.add("用这个模板试做文书没有成功，请从现行模板改起，另存后再上传。");
        }
    }

    private void tryOut(String fileName, byte[] docx, Map<String, String> words) {
        byte[] made = TemplateFiller.fill(docx, words, Placeholders.conditions(words));
        String left = WordPackage.texts(fileName, made).values().stream()
                .flatMap(part -> WordParagraphs.of(part).stream())
                .filter(text -> text.contains("{{"))
                .collect(Collectors.joining("；"));
        if (!left.isEmpty()) {
            faults.add("这些地方填不进去：“" + shortened(left) + "”。请把占位符重新输入一遍，不要放在图形、批注里。");
        }
    }

    private Set<String> conditions() {
        Map<String, String> words = new HashMap<>();
        Placeholders.known(kind).forEach(name -> words.put(name, ""));
        return Placeholders.conditions(words).keySet();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** What a template of the kind may say, for the page: names first, then conditions of colour. */
    static List<String> allowed(PaperKind kind) {
        return Placeholders.known(kind).stream().map(name -> "{{" + name + "}}").toList();
    }
}
