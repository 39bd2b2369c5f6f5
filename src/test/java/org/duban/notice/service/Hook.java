package org.duban.notice.service;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A unit's own system: takes what is posted, and answers as told. */
final class Hook implements AutoCloseable {

    private final HttpServer server;
    final List<Call> calls = new ArrayList<>();
    volatile int status = 200;
    volatile String location;

    record Call(Map<String, String> headers, byte[] body) {}

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            calls.add(new Call(headers, exchange.getRequestBody().readAllBytes()));
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/papers";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
