package org.duban.organisation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who may act for whom on one day; a substitute's substitute counts, circles end. */
record Substitutes(List<Substitution> active) {

    /** The absent people for whom {@code username} may act today, nearest first. */
    Set<String> absentFor(String username) {
        Set<String> absent = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(username));
        while (!open.isEmpty()) {
            String substitute = open.removeFirst();
            for (Substitution substitution : active) {
                if (substitution.substitute().equals(substitute)
                        && !substitution.absent().equals(username)
                        && absent.add(substitution.absent())) {
                    open.addLast(substitution.absent());
                }
            }
        }
        return absent;
    }
}
