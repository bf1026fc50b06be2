package org.humdash.humanitarian.alert;

import java.io.CharConversionException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.humdash.humanitarian.alert.AlertFileException.Code;

/**
 * An XML document read element by element, by local names: whatever prefix its writer chose is the same. A document type,
 * and with it every entity, is refused; nothing outside the document is ever read.
 *
 * <p>{@link #nextChild} goes through the children of an element; each is then taken by {@link #text}, by {@link #skip}, or
 * by going through its own children to the end.
 */
final class AlertXml {

    /** More levels than a signed alert in a feed has. */
    private static final int DEEPEST = 50;

    /** The longest text of one element, in characters: a polygon of several thousand points is some ten thousand. */
    static final int LONGEST_TEXT = 200_000;

    /** The parser's own explanation, after the position that it puts first. */
    private static final Pattern EXPLANATION = Pattern.compile("Message: ((?!http)[^\\n]{1,300})");

    private final XMLStreamReader reader;
    private int depth;

    AlertXml(InputStream in) {
        // The one of the JDK, whatever else may be on the class path: its settings are the ones tested.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read");
        });
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Goes to the next child of the element that this stands in; false at the end of that element. */
    boolean nextChild() {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // Text between elements, comments and instructions say nothing here.
                }
            }
        }
    }

    /** The same, passing over children of other namespaces, which are extensions that the protocol does not name. */
    boolean nextChild(String namespace) {
        while (nextChild()) {
            if (namespace().equals(namespace)) {
                return true;
            }
            skip();
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    /** The namespace of the element; empty where it has none. */
    String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    /** An attribute without a prefix; null if it is not there. */
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    int column() {
        return reader.getLocation().getColumnNumber();
    }

    /** The text of the element, stripped, to its end; null where it holds none. Elements inside it are passed over. */
    String text() {
        String element = name();
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = advance();
            boolean isText = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (isText && depth == outside + 1) {
                if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
                    throw at(
                            Code.UNSAFE_FILE,
                            "the text of <" + element + "> is longer than " + LONGEST_TEXT + " characters");
                }
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Passes over the element and everything in it. */
    void skip() {
        int outside = depth - 1;
        while (depth > outside) {
            advance();
        }
    }

    /** Reads to the end of the document, for nothing may be wrong behind what was of interest either. */
    void finish() {
        try {
            while (reader.hasNext()) {
                advance();
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    AlertFileException at(Code code, String message) {
        return new AlertFileException(code, line(), column(), message);
    }

    private int advance() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw at(Code.UNSAFE_FILE, "elements are nested deeper than " + DEEPEST + " levels");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD ->
                throw at(Code.UNSAFE_FILE, "the file declares a document type, which no alert needs");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw at(Code.UNSAFE_FILE, "the file uses an entity of its own, which no alert needs");
            default -> {
                // Nothing that could do harm.
            }
        }
        return event;
    }

    private static AlertFileException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
        if (isOfEncoding(e)) {
            return new AlertFileException(
                    Code.WRONG_ENCODING,
                    line,
                    column,
                    "the bytes are not in the encoding that the file says it has, or that is not known;"
                            + " without a declaration it is UTF-8");
        }
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (message.contains("JAXP")) {
            return new AlertFileException(
                    Code.UNSAFE_FILE,
                    line,
                    column,
                    "a name, or the number of attributes, is larger than any alert has");
        }
        Matcher explanation = EXPLANATION.matcher(message);
        return new AlertFileException(
                Code.MALFORMED_XML,
                line,
                column,
                "the file is not well-formed XML" + (explanation.find() ? ": " + explanation.group(1) : ""));
    }

    private static boolean isOfEncoding(XMLStreamException e) {
        return e.getNestedException() instanceof CharConversionException
                || e.getNestedException() instanceof UnsupportedEncodingException
                || e.getMessage() != null && e.getMessage().contains("Invalid encoding name");
    }
}
