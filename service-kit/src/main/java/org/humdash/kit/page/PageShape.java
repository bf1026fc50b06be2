package org.humdash.kit.page;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record that is a page of a list: one of its components is a text called {@code nextCursor}. */
final class PageShape {

    private final Constructor<?> constructor;
    private final RecordComponent[] components;
    private final int cursor;

    private PageShape(Constructor<?> constructor, RecordComponent[] components, int cursor) {
        this.constructor = constructor;
        this.components = components;
        this.cursor = cursor;
    }

    String nextCursor(Record page) {
        return (String) value(page, cursor);
    }

    /** The same page with another cursor. */
    Record with(Record page, String nextCursor) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == cursor ? nextCursor : value(page, i);
        }
        try {
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A page could not be made again", e);
        }
    }

    private Object value(Record page, int component) {
        try {
            return components[component].getAccessor().invoke(page);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A page could not be read", e);
        }
    }

    /** Empty for what is no page. */
    static Optional<PageShape> of(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        int cursor = names.indexOf("nextCursor");
        if (cursor < 0 || components[cursor].getType() != String.class) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            // Pages are seen by their own package only.
            constructor.setAccessible(true);
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return Optional.of(new PageShape(constructor, components, cursor));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has this constructor", e);
        }
    }
}
