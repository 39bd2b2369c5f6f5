package org.duban.organisation;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Candidate groups in the office's words: {@code unit350582head} is 晋江单位负责人. */
@Component
public class GroupWords {

    private final Units units;

    GroupWords(Units units) {
        this.units = units;
    }

    public String of(Collection<String> groups) {
        return groups.stream().map(this::of).collect(Collectors.joining("、"));
    }

    public String of(String group) {
        for (Unit unit : units.all()) {
            if (group.equals(unit.code().group())) {
                return unit.shortName() + Role.CLERK.label();
            }
            if (group.equals(unit.code().headGroup())) {
                return unit.shortName() + Role.HEAD.label();
            }
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.seesAll() && role.group(null).equals(group))
                .findFirst()
                .map(Role::label)
                .orElse(group);
    }
}
