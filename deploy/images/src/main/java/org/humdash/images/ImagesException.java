package org.humdash.images;

/** What stands in the way of an image, worded for whoever builds it. */
final class ImagesException extends RuntimeException {

    ImagesException(String message) {
        super(message);
    }

    ImagesException(String message, Throwable cause) {
        super(message, cause);
    }
}
