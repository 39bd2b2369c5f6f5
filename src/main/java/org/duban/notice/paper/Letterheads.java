package org.duban.notice.paper;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.notice.paper.store.TemplateStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's own words on its papers: for those issued from now on. */
@Service
public class Letterheads {

    private static final int LONGEST_MARK = 20;
    private static final int LONGEST_NAME = 60;

    private final TemplateStore store;
    private final Clock clock;

    Letterheads(TemplateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Letterhead> all() {
        return Arrays.stream(PaperKind.values()).map(store::letterhead).toList();
    }

    @Transactional
    public void save(PaperKind kind, String mark, String head, String organ, Actor by) {
        Letterhead words = new Letterhead(
                kind,
                checked("mark", "发文机关代字", mark, LONGEST_MARK),
                checked("head", "发文机关标志", head, LONGEST_NAME),
                checked("organ", "发文机关署名", organ, LONGEST_NAME));
        if (words.mark().matches(".*[〔〕\\[\\]（）()0-9号/\\\\].*")) {
            throw new Refusal("mark", "发文机关代字只写年份前面的部分，例如“泉环委警”，年份和顺序号由系统编排。");
        }
        try {
            store.save(words, by.username(), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new Refusal("mark", "代字“" + words.mark() + "”已用于另一类文书，两类文书的字号会重复，请另取一个。");
        }
    }

    private static String checked(String field, String label, String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(field, "请填写" + label + "，" + longest + " 字以内。");
        }
        return text;
    }
}
