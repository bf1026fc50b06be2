package org.humdash.vocabulary.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** One XML part of a workbook, read element by element. A document type, and with it every entity, is refused. */
final class SafeXml implements Closeable {

    private final InputStream in;
    private final XMLStreamReader reader;

    SafeXml(InputStream in) {
        this.in = new TagLengthLimit(in);
        // The one of the JDK, whatever else may be on the class path: its settings are the ones tested.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the workbook is read");
        });
        try {
            reader = factory.createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Goes to the next start or end of an element, or to the next text; false at the end of the document. */
    boolean advance() {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new TableException(
                        Code.UNSAFE_FILE, null, "The workbook declares document types or entities, which none needs");
            }
            return true;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isStart(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean isEnd(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** An attribute by its name without prefix; null if it is not there. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute of a name that has a prefix, such as {@code r:id}; null if it is not there. */
    String prefixedAttribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            if (prefix != null
                    && !prefix.isEmpty()
                    && reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text at which this stands, if it is one, as long as the builder is not longer than a cell may be. */
    void appendText(StringBuilder text) {
        if (reader.isCharacters() && text.length() <= CellText.LONGEST) {
            int count = Math.min(reader.getTextLength(), CellText.LONGEST + 1 - text.length());
            text.append(reader.getTextCharacters(), reader.getTextStart(), count);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }

    private static TableException malformed(XMLStreamException e) {
        if (e.getNestedException() instanceof TableException cause) {
            return cause;
        }
        return new TableException(Code.MALFORMED_XLSX, null, "A part of the workbook is not well-formed", e);
    }
}
