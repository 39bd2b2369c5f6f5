package org.duban.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.organisation.Units;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** A filter of the ledger in words, as the record keeps what was exported. */
@Component
public class FilterWords {

    private final Units units;

    FilterWords(Units units) {
        this.units = units;
    }

    /** Empty for the whole list. */
    public String of(CaseFilter filter) {
        List<String> words = new ArrayList<>();
        if (!filter.terms().isEmpty()) {
            words.add("关键词：" + String.join(" ", filter.terms()));
        }
        if (filter.unit() != null) {
            words.add("单位：" + units.shortName(filter.unit()));
        }
        if (!filter.states().isEmpty()) {
            words.add("状态：" + filter.states().stream().map(ProblemState::label).collect(Collectors.joining("、")));
        }
        if (filter.deadlineKind() != null) {
            words.add("时限类型：" + filter.deadlineKind().label());
        }
        if (filter.overdue() != null) {
            words.add(filter.overdue() ? "超期" : "未超期");
        }
        if (filter.dueWithin() != null) {
            words.add(filter.dueWithin() + " 天内到期");
        }
        return String.join("；", words);
    }
}
