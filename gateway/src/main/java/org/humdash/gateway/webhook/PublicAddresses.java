package org.humdash.gateway.webhook;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public network. IPv4: all but those of IANA's special-purpose registry (RFC 6890) and
 * multicast. IPv6: of what IANA has given out as global unicast, all but those of its special-purpose registry; so nothing
 * that carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo) is public. Besides, the addresses under which clouds
 * tell a machine its secrets, of which one is a public address.
 */
final class PublicAddresses {

    private static final List<IPAddress> SPECIAL_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32");

    private static final IPAddress GLOBAL_UNICAST_V6 = range("2000::/3");

    private static final List<IPAddress> SPECIAL_V6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static final IPAddressNetwork.IPAddressGenerator GENERATOR = new IPAddressNetwork.IPAddressGenerator();

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        IPAddress known = GENERATOR.from(address);
        if (known.isIPv4()) {
            return SPECIAL_V4.stream().noneMatch(range -> range.contains(known));
        }
        IPAddress plain = known.toIPv6().removeZone();
        return GLOBAL_UNICAST_V6.contains(plain) && SPECIAL_V6.stream().noneMatch(range -> range.contains(plain));
    }

    private static List<IPAddress> ranges(String... texts) {
        return Arrays.stream(texts).map(PublicAddresses::range).toList();
    }

    private static IPAddress range(String text) {
        return new IPAddressString(text).getAddress();
    }
}
