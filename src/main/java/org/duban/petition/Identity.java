package org.duban.petition;

/**
 * Who wrote, and the letter's text as it was written. Never in a log, a list or an event: {@link #toString()} says
 * nothing.
 */
public record Identity(String name, String phone, String idNumber, String address, String originalBody) {

    public boolean named() {
        return present(name) || present(phone) || present(idNumber) || present(address);
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
