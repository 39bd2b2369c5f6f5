package org.duban.petition;

/** Hides what gives a person away in running text, before the text is stored where everybody reads it. */
@FunctionalInterface
public interface TextMask {

    String mask(String text);
}
