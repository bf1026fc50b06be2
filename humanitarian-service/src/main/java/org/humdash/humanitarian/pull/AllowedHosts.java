package org.humdash.humanitarian.pull;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Where files may be fetched from. A host has to be on the operator's list by its whole name, and its addresses have to be
 * public, so that nobody who may set up a pull can reach into the network the service stands in.
 *
 * @param hosts in lower case
 * @param arePrivateAllowed whether addresses of private networks, and of the machine itself, will do, and then plain http
 */
record AllowedHosts(Set<String> hosts, boolean arePrivateAllowed) {

    private static final int HIGHEST_PORT = 65_535;

    /** Why an address may not be asked; null if it may. The network is not asked. */
    String objection(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && arePrivateAllowed)) {
            return "Only https addresses are fetched";
        }
        if (url.getRawUserInfo() != null) {
            return "An address must not have a user or a password in it";
        }
        String host = url.getHost();
        if (host == null || url.getPort() > HIGHEST_PORT) {
            return "The address has no host";
        }
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                ? null
                : "The host " + host + " is not on the operator's list of hosts that files are fetched from";
    }

    /**
     * Looks an address up. Java keeps the answer for some seconds, so that the connection that follows goes to the same.
     *
     * @throws PullFailed if it may not be asked
     */
    void require(URI url) throws PullFailed {
        String objection = objection(url);
        if (objection != null) {
            throw new PullFailed(objection);
        }
        try {
            boolean isPublic =
                    Arrays.stream(InetAddress.getAllByName(url.getHost())).allMatch(AllowedHosts::isPublic);
            if (!isPublic && !arePrivateAllowed) {
                throw new PullFailed("The host " + url.getHost() + " has an address in a private network");
            }
        } catch (UnknownHostException e) {
            throw new PullFailed("The host " + url.getHost() + " is not known", e);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address ignored -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff);
            // fc00::/7 is private; addresses that carry one of the old kind (mapped, translated, tunnelled) are not
            // sorted out.
            case Inet6Address ignored -> (bytes[0] & 0xe0) == 0x20 && !(bytes[0] == 0x20 && bytes[1] == 0x02);
            default -> false;
        };
    }

    /** This network, the shared address space of providers, tests of networks, and what is reserved, are not public. */
    private static boolean isPublic(int first, int second) {
        boolean isShared = first == 100 && second >= 64 && second < 128;
        boolean isBenchmark = first == 198 && (second == 18 || second == 19);
        boolean isProtocol = first == 192 && second == 0;
        return first != 0 && first < 224 && !isShared && !isBenchmark && !isProtocol;
    }
}
