package org.duban.kernel;

/**
 * A business refusal: the sentence a clerk reads, in Chinese, saying what is wrong and what to do. It rolls the
 * transaction back. {@link #field()} names the field of the form or request it belongs to, or is null.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public Refusal(String message) {
        this(null, message);
    }

    public Refusal(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
