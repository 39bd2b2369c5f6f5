package org.duban.notice.web;

import java.nio.charset.StandardCharsets;
import org.duban.notice.MessageFilter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The filter of the list of messages as its address carries it, and the addresses that change one thing of it. */
record MessageLink(
        Boolean unread, String kind, @BindParam("case") String caseNo) {

    static final MessageLink ALL = new MessageLink(null, null, null);

    MessageFilter filter() {
        return MessageFilter.of(unread, kind, caseNo);
    }

    /** The list from there on. */
    public String after(String cursor) {
        return address(unread, cursor);
    }

    /** The first page of all messages, of that kind and case, or of the unread ones. */
    public String tab(boolean onlyUnread) {
        return address(onlyUnread ? Boolean.TRUE : null, null);
    }

    private String address(Boolean onlyUnread, String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk/messages");
        add(address, "unread", onlyUnread);
        add(address, "kind", kind);
        add(address, "case", caseNo);
        add(address, "after", cursor);
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
