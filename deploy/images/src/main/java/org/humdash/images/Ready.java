package org.humdash.images;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks whether the program in this container is ready, for engines whose health checks run something inside it: the image
 * has neither a shell nor an HTTP client. Its argument is the management port. It ends with 0 if the answer is 200, else
 * with 1. It stands in the image as one class and uses nothing but the JDK's base.
 */
final class Ready {

    private static final int MILLISECONDS = 4000;

    private Ready() {}

    public static void main(String[] arguments) {
        System.exit(isReady(Integer.parseInt(arguments[0])) ? 0 : 1);
    }

    static boolean isReady(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) {
                try (InputStream body = connection.getInputStream()) {
                    body.readAllBytes();
                }
            }
            return status == HttpURLConnection.HTTP_OK;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
