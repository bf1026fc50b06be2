package org.humdash.gateway.account;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.humdash.gateway.account.ProxyConfig.ProxyHeader;

/**
 * Whom a request comes from, as far as the network tells: an address of IPv4, or the first half of one of IPv6, of which
 * one household has more than could be counted. What a header says is believed only as far as the operator's own proxies
 * wrote it.
 */
@ApplicationScoped
public class ClientAddresses {

    private static final int PREFIX_BYTES = 8;

    private final int trusted;
    private final ProxyHeader header;

    @Inject
    public ClientAddresses(ProxyConfig config) {
        this(config.trusted(), config.header());
    }

    ClientAddresses(int trusted, ProxyHeader header) {
        this.trusted = trusted;
        this.header = header;
    }

    /** The address under which this caller is counted; the same text for all that are counted together. */
    public String of(HttpServerRequest request) {
        String connected = request.remoteAddress().hostAddress();
        if (trusted == 0) {
            return counted(connected);
        }
        List<String> stated =
                request.headers().getAll(header == ProxyHeader.FORWARDED ? "Forwarded" : "X-Forwarded-For");
        return of(connected, stated);
    }

    /** @param stated the values of the header, as they came */
    String of(String connected, List<String> stated) {
        List<String> hops = new ArrayList<>();
        for (String line : stated) {
            for (String element : line.split(",")) {
                hops.add(header == ProxyHeader.FORWARDED ? forwardedFor(element) : element.strip());
            }
        }
        // Each proxy wrote one at the end; what stands before theirs the caller may have made up. With fewer than there
        // are proxies the request took another way, and nothing is known but the connection.
        int own = hops.size() - trusted;
        if (trusted == 0 || own < 0) {
            return counted(connected);
        }
        byte[] address = parsed(withoutPort(hops.get(own)));
        return address == null ? counted(connected) : counted(address);
    }

    private static String forwardedFor(String element) {
        for (String pair : element.split(";")) {
            String plain = pair.strip();
            if (plain.toLowerCase(Locale.ROOT).startsWith("for=")) {
                return plain.substring("for=".length()).replace("\"", "");
            }
        }
        return "";
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        boolean onlyOne = colon >= 0 && colon == hop.lastIndexOf(':');
        return onlyOne ? hop.substring(0, colon) : hop;
    }

    private static String counted(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return address == null ? "unknown" : address;
        }
        byte[] parsed = parsed(address);
        return parsed == null ? address : counted(parsed);
    }

    private static String counted(byte[] address) {
        try {
            // Java makes the address of IPv4 of one that is only wrapped in IPv6.
            InetAddress plain = InetAddress.getByAddress(address);
            if (plain instanceof Inet4Address) {
                return plain.getHostAddress();
            }
            byte[] prefix = new byte[address.length];
            System.arraycopy(address, 0, prefix, 0, PREFIX_BYTES);
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes", e);
        }
    }

    private static byte[] parsed(String address) {
        return NetUtil.createByteArrayFromIpAddressString(address);
    }
}
