package org.duban.petition.repeat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a text into what another text has too and what it has alone. */
public final class Passages {

    /** Shorter ones are in every text. */
    private static final int SHORTEST = 4;

    private Passages() {}

    public record Passage(String text, boolean common) {}

    public static List<Passage> of(String text, String other) {
        Set<String> there = new HashSet<>();
        for (int i = 0; i + SHORTEST <= other.length(); i++) {
            there.add(other.substring(i, i + SHORTEST));
        }
        boolean[] common = new boolean[text.length()];
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            if (there.contains(text.substring(i, i + SHORTEST))) {
                for (int at = i; at < i + SHORTEST; at++) {
                    common[at] = true;
                }
            }
        }
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || common[i] != common[from]) {
                passages.add(new Passage(text.substring(from, i), common[from]));
                from = i;
            }
        }
        return passages;
    }
}
