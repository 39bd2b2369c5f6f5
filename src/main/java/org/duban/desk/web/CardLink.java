package org.duban.desk.web;

import java.nio.charset.StandardCharsets;
import org.duban.desk.card.CardListFilters.Given;
import org.duban.desk.card.CardTab;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses of the list of cards that keep the filter in hand and change one thing of it. */
record CardLink(Given given, CardTab tab) {

    /** Another tab, with the filter kept where it has one. */
    public String tab(CardTab other) {
        return address("/desk/cards", other, null);
    }

    public String after(String cursor) {
        return address("/desk/cards", tab, cursor);
    }

    public String first() {
        return after(null);
    }

    public String export() {
        return address("/desk/cards/export.xlsx", tab, null);
    }

    private String address(String path, CardTab chosen, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("tab", chosen.word());
        add(address, "unit", given.unit());
        if (chosen != CardTab.NONE) {
            add(address, "colour", given.colour());
        }
        if (chosen.issued()) {
            add(address, "age", given.age());
            add(address, "q", given.q());
            add(address, "from", given.from());
            add(address, "to", given.to());
            add(address, "sort", given.sort());
        }
        add(address, "after", after);
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
