package org.humdash.gateway.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressesTest {

    @Test
    void leadsARequestToTheServiceItIsFor() {
        PeerAddresses addresses =
                new PeerAddresses(URI.create("http://incident:8081/"), URI.create("https://humanitarian"));

        RequestOptions incident = addresses.request(Peer.INCIDENT, HttpMethod.GET, "/api/v1/claims?x=1");
        RequestOptions humanitarian = addresses.request(Peer.HUMANITARIAN, HttpMethod.POST, "/api/v1/hazards");

        assertEquals("incident", incident.getHost());
        assertEquals(8081, incident.getPort());
        assertEquals(false, incident.isSsl());
        assertEquals("/api/v1/claims?x=1", incident.getURI());
        assertEquals("humanitarian", humanitarian.getHost());
        assertEquals(443, humanitarian.getPort());
        assertEquals(true, humanitarian.isSsl());
        assertEquals("http://incident:8081", addresses.origin(Peer.INCIDENT));
        assertEquals("https://humanitarian", addresses.origin(Peer.HUMANITARIAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident:8081",
                "ftp://incident",
                "http://incident/base",
                "http://incident?x",
                "http://user:key@incident",
                "http:///x",
                "8081"
            })
    void refusesAnAddressThatIsMoreOrLessThanAnOrigin(String address) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new PeerAddresses(URI.create("http://incident:8081"), URI.create(address)));

        assertEquals(
                "humdash.gateway.humanitarian-url must be scheme, host and port, such as http://127.0.0.1:8081",
                refusal.getMessage());
    }
}
