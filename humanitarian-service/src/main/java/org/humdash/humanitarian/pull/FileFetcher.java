package org.humdash.humanitarian.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.humdash.kit.ingest.SpooledFile;

/** Fetches a file from an address that may be asked, unless it is the one that is known already. */
final class FileFetcher {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final AllowedHosts allowed;
    private final long mostBytes;
    private final Duration limit;
    private final Clock clock;

    /**
     * @param mostBytes a larger file is not taken
     * @param limit for the connection, for any silence and for the whole
     */
    FileFetcher(AllowedHosts allowed, long mostBytes, Duration limit, Clock clock) {
        this.allowed = allowed;
        this.mostBytes = mostBytes;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * @param etag of the file that is known; null for none
     * @param lastModified of the file that is known; null for none
     * @throws PullFailed with a reason for whoever set the pull up
     */
    Fetched fetch(URI url, String etag, String lastModified) throws PullFailed {
        Instant deadline = clock.instant().plus(limit);
        URI at = url;
        try {
            for (int i = 0; i <= MOST_REDIRECTS; i++) {
                allowed.require(at);
                HttpURLConnection connection = open(at, etag, lastModified);
                try {
                    int status = connection.getResponseCode();
                    if (status == HttpURLConnection.HTTP_OK) {
                        return file(connection, deadline);
                    }
                    if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
                        return Fetched.UNCHANGED;
                    }
                    if (!REDIRECTS.contains(status)) {
                        throw new PullFailed("The address answered " + status);
                    }
                    at = next(at, connection.getHeaderField("Location"));
                } finally {
                    connection.disconnect();
                }
            }
        } catch (SocketTimeoutException e) {
            throw new PullFailed("The address did not answer within " + limit.toSeconds() + " seconds", e);
        } catch (SpooledFile.NoRoom e) {
            throw new PullFailed("The file could not be kept: is the disk for temporary files full?", e);
        } catch (IOException e) {
            throw new PullFailed("The file could not be fetched: the connection failed", e);
        }
        throw new PullFailed("The address leads on to others more than " + MOST_REDIRECTS + " times");
    }

    private HttpURLConnection open(URI url, String etag, String lastModified) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) limit.toMillis());
        connection.setReadTimeout((int) limit.toMillis());
        connection.setRequestProperty("User-Agent", "humdash");
        connection.setRequestProperty("Accept", "*/*");
        if (etag != null) {
            connection.setRequestProperty("If-None-Match", etag);
        }
        if (lastModified != null) {
            connection.setRequestProperty("If-Modified-Since", lastModified);
        }
        return connection;
    }

    private Fetched file(HttpURLConnection connection, Instant deadline) throws IOException, PullFailed {
        if (connection.getContentLengthLong() > mostBytes) {
            throw new PullFailed("The file has more than " + mostBytes + " bytes");
        }
        try (InputStream body = new LimitedStream(connection.getInputStream(), mostBytes, deadline, clock)) {
            SpooledFile file = SpooledFile.of(body);
            return new Fetched(file, connection.getHeaderField("ETag"), connection.getHeaderField("Last-Modified"));
        } catch (LimitedStream.TooMuch e) {
            throw new PullFailed(e.getMessage(), e);
        }
    }

    private static URI next(URI from, String location) throws PullFailed {
        try {
            if (location == null) {
                throw new PullFailed("The address leads on, but not where");
            }
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new PullFailed("The address leads on to something that is no address", e);
        }
    }
}
