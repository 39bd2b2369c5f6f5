package org.duban.intake;

/**
 * What a cell was read as: a value (null when the cell is empty), or a fault with its remedy, both Chinese sentences a
 * clerk can act on. {@code note} is a remark on a value that was taken all the same.
 */
record Reading<T>(T value, String fault, String remedy, String note) {

    static <T> Reading<T> of(T value) {
        return new Reading<>(value, null, null, null);
    }

    static <T> Reading<T> of(T value, String note) {
        return new Reading<>(value, null, null, note);
    }

    static <T> Reading<T> empty() {
        return of(null);
    }

    static <T> Reading<T> fault(String fault, String remedy) {
        return new Reading<>(null, fault, remedy, null);
    }

    boolean refused() {
        return fault != null;
    }
}
