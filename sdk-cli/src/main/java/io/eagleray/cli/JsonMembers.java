package io.eagleray.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cuts a JSON object into its members, each as it is written: the types of the task read them. And joins members. */
final class JsonMembers {
    /** Limits are not set here: the members are read again, by the codec and within its limits. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonMembers() {}

    /**
     * The members of an object.
     *
     * @param source where the text is from, for messages
     * @param text the JSON
     * @param problems takes what is wrong with single members
     * @throws ConfigurationException when the text is no JSON object
     */
    static Map<String, String> of(String source, String text, List<String> problems) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new ConfigurationException(source + " holds no JSON object: write {\"parameter\": value, …}");
            }
            Map<String, String> members = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                if (members.put(name, value(json, text)) != null) {
                    problems.add("input \"" + name + "\" is given twice in " + source);
                }
            }
            if (json.nextToken() != null) {
                throw new ConfigurationException(source + " goes on after its JSON object has ended");
            }
            return members;
        } catch (IOException e) {
            throw new ConfigurationException(source + " is no JSON: " + e.getMessage(), e);
        }
    }

    /** The object that has members whose names need no escapes, each as it is written. */
    static String join(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(JsonParser json, String text) throws IOException {
        json.nextToken();
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        json.finishToken();
        return text.substring(start, (int) json.currentLocation().getCharOffset());
    }
}
