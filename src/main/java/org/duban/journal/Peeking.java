package org.duban.journal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through rows ordered by chain and hands out those of one chain after another. */
final class Peeking<T> {

    private final Iterator<T> rows;
    private final Function<T, String> chain;
    private T next;

    Peeking(Iterator<T> rows, Function<T, String> chain) {
        this.rows = rows;
        this.chain = chain;
        advance();
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    /** The chain of the next row, null at the end. */
    String chain() {
        return next == null ? null : chain.apply(next);
    }

    /** Hands out all rows of that chain, if it is the next. */
    void each(String wanted, Consumer<T> consumer) {
        while (next != null && wanted.equals(chain.apply(next))) {
            T row = next;
            advance();
            consumer.accept(row);
        }
    }

    /** The name that comes first, of those that are left. */
    static String first(Peeking<?>... all) {
        String first = null;
        for (Peeking<?> one : all) {
            String name = one.chain();
            if (name != null && (first == null || name.compareTo(first) < 0)) {
                first = name;
            }
        }
        if (first == null) {
            throw new NoSuchElementException();
        }
        return first;
    }

    static boolean anyLeft(Peeking<?>... all) {
        for (Peeking<?> one : all) {
            if (one.chain() != null) {
                return true;
            }
        }
        return false;
    }
}
