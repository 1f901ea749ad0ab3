package io.eagleray.backend.ray;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The JVM's own choice of proxies, and none for what is on this machine. */
final class LoopbackDirect extends ProxySelector {
    private final Optional<ProxySelector> others;

    LoopbackDirect(Optional<ProxySelector> others) {
        this.others = others;
    }

    static ProxySelector overDefault() {
        return new LoopbackDirect(Optional.ofNullable(ProxySelector.getDefault()));
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost();
        if (host != null && HeadAddress.isLoopback(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        return others.map(selector -> selector.select(uri)).orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException exception) {
        others.ifPresent(selector -> selector.connectFailed(uri, address, exception));
    }
}
