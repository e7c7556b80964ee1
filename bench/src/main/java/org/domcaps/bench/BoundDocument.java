package org.domcaps.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The document as a program would declare it that leaves reading and writing to a binding library:
/// classes with annotations. It only serves as the peer of our own reader and writer.
///
/// It keeps what nearly all of a document consists of (enumerations, CPU models, features) and
/// drops the details of confidential computing, line numbers, unknown elements and the state "not
/// reported", all of which ours keeps. That is in the peer's favour.
@JsonIgnoreProperties(ignoreUnknown = true)
@JacksonXmlRootElement(localName = "domainCapabilities")
final class BoundDocument {

    public String path = "";
    public String domain = "";
    public String machine = "";
    public String arch = "";
    public Limit vcpu = new Limit();
    public Offer iothreads = new Offer();
    public Os os = new Os();
    public Cpu cpu = new Cpu();
    public Offer memoryBacking = new Offer();
    public Map<String, Offer> devices = new TreeMap<>();
    public Map<String, Offer> features = new TreeMap<>();

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Limit {
        @JacksonXmlProperty(isAttribute = true)
        public long max;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static class Offer {
        @JacksonXmlProperty(isAttribute = true)
        public String supported = "";

        @JsonProperty("enum")
        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Choice> enums = new ArrayList<>();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Os extends Offer {
        public Loader loader = new Loader();
        public Offer firmwareFeatures = new Offer();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Loader extends Offer {
        @JacksonXmlElementWrapper(useWrapping = false)
        public List<String> value = new ArrayList<>();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Choice {
        @JacksonXmlProperty(isAttribute = true)
        public String name = "";

        @JacksonXmlElementWrapper(useWrapping = false)
        public List<String> value = new ArrayList<>();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Cpu {
        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Mode> mode = new ArrayList<>();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Mode {
        @JacksonXmlProperty(isAttribute = true)
        public String name = "";

        @JacksonXmlProperty(isAttribute = true)
        public String supported = "";

        @JsonProperty("enum")
        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Choice> enums = new ArrayList<>();

        public String vendor = "";

        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Feature> feature = new ArrayList<>();

        private final List<Model> models = new ArrayList<>();
        private final List<Blockers> blockers = new ArrayList<>();

        /// Models.
        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Model> getModel() {
            return models;
        }

        /// Adds models. They come between the blockers, and the library calls this for each stretch
        /// of them.
        public void setModel(List<Model> stretch) {
            models.addAll(stretch);
        }

        /// Blockers.
        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Blockers> getBlockers() {
            return blockers;
        }

        /// Adds blockers, as [#setModel] does models.
        public void setBlockers(List<Blockers> stretch) {
            blockers.addAll(stretch);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Model {
        @JacksonXmlProperty(isAttribute = true)
        public String usable = "";

        @JacksonXmlProperty(isAttribute = true)
        public String vendor = "";

        @JacksonXmlProperty(isAttribute = true)
        public String deprecated = "";

        @JacksonXmlProperty(isAttribute = true)
        public String canonical = "";

        @JacksonXmlProperty(isAttribute = true)
        public String fallback = "";

        @JacksonXmlText public String name = "";
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Blockers {
        @JacksonXmlProperty(isAttribute = true)
        public String model = "";

        @JacksonXmlElementWrapper(useWrapping = false)
        public List<Feature> feature = new ArrayList<>();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Feature {
        @JacksonXmlProperty(isAttribute = true)
        public String policy = "";

        @JacksonXmlProperty(isAttribute = true)
        public String name = "";
    }
}
