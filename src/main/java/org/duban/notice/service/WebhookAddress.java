package org.duban.notice.service;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.duban.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a webhook may lead: another machine's http or https, never this machine or the addresses by which machines of a
 * cloud are told their secrets. Asked when an address is set and again each time it is used, because names move.
 */
@Component
class WebhookAddress {

    private final boolean local;

    WebhookAddress(@Value("${duban.notice.local-webhooks}") boolean local) {
        this.local = local;
    }

    /** @throws Refusal when it is no address to send to */
    URI checked(String address) {
        URI uri = parsed(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase();
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused("应以 https:// 或 http:// 开头");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("应写明主机名，并且不带账号密码和 # 号");
        }
        return uri;
    }

    /** @throws Refusal when the name leads to a machine that must not be called */
    void reachable(URI uri) {
        for (InetAddress address : resolved(uri.getHost())) {
            boolean forbidden = address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isMulticastAddress()
                    || address.isLoopbackAddress() && !local;
            if (forbidden) {
                throw refused("不能指向本机或保留地址");
            }
        }
    }

    private static InetAddress[] resolved(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw refused("主机名“" + host + "”找不到");
        }
    }

    private static URI parsed(String address) {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException e) {
            throw refused("格式不对");
        }
    }

    private static Refusal refused(String why) {
        return new Refusal("webhook", "接口地址" + why + "，请检查后重新填写，例如 https://oa.example.gov.cn/duban。");
    }
}
