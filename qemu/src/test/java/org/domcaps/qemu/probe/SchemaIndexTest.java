package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaIndexTest {

    /// One of each kind of entry. Types are numbered, as QEMU does it; arrays have brackets in
    /// their names.
    private final SchemaIndex schema =
            new SchemaIndex(
                    FakeQemu.array(
                            """
                            [{'name': 'blockdev-add', 'meta-type': 'command', 'arg-type': '1', 'ret-type': '2',
                              'features': ['deprecated', 'allow-preconfig']},
                             {'name': 'SHUTDOWN', 'meta-type': 'event', 'arg-type': '1'},
                             {'name': 'quit', 'meta-type': 'command'},
                             {'name': 'broken', 'meta-type': 'command', 'arg-type': 'nowhere'},
                             {'name': 'strange', 'meta-type': 'poem', 'arg-type': '1'},
                             {'name': '1', 'meta-type': 'object', 'features': ['dynamic'],
                              'members': [{'name': 'driver', 'type': '3'},
                                          {'name': 'size', 'type': 'int', 'default': null},
                                          {'name': 'children', 'type': '[4]'},
                                          {'name': 'either', 'type': '5'},
                                          {'name': 'self', 'type': '1'},
                                          {'name': 'lost', 'type': 'nowhere'}],
                              'variants': [{'case': 'qcow2', 'type': '4'}, {'case': 'lost', 'type': 'nowhere'}]},
                             {'name': '2', 'meta-type': 'object', 'members': []},
                             {'name': '3', 'meta-type': 'enum', 'values': ['qcow2', 'raw'],
                              'members': [{'name': 'qcow2', 'features': ['unstable']}, {'name': 'raw'}]},
                             {'name': '4', 'meta-type': 'object',
                              'members': [{'name': 'lazy', 'type': 'bool'}, {'name': 'old', 'type': '6'}]},
                             {'name': '[4]', 'meta-type': 'array', 'element-type': '4'},
                             {'name': '5', 'meta-type': 'alternate',
                              'members': [{'type': 'str'}, {'type': '4'}]},
                             {'name': '6', 'meta-type': 'enum', 'values': ['one', 'two']},
                             {'name': 'int', 'meta-type': 'builtin', 'json-type': 'int'},
                             {'name': 'str', 'meta-type': 'builtin', 'json-type': 'string'},
                             {'name': 'bool', 'meta-type': 'builtin', 'json-type': 'boolean'},
                             {'name': 'a', 'meta-type': 'alternate', 'members': [{'type': 'b'}]},
                             {'name': 'b', 'meta-type': 'array', 'element-type': 'a'},
                             {'name': 'loop', 'meta-type': 'command', 'arg-type': 'a'},
                             'no object', {'meta-type': 'object'}]
                            """
                                    .replace("\n", " ")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blockdev-add",
                "SHUTDOWN",
                "quit",
                "blockdev-add/$deprecated",
                "blockdev-add/$allow-preconfig",
                "blockdev-add/arg-type",
                "blockdev-add/ret-type",
                "SHUTDOWN/arg-type/driver",
                "blockdev-add/arg-type/$dynamic",
                "blockdev-add/arg-type/driver",
                "blockdev-add/arg-type/driver/^qcow2",
                "blockdev-add/arg-type/driver/^raw",
                "blockdev-add/arg-type/driver/^qcow2/$unstable",
                "blockdev-add/arg-type/+qcow2",
                "blockdev-add/arg-type/+qcow2/lazy",
                "blockdev-add/arg-type/+qcow2/lazy/!boolean",
                "blockdev-add/arg-type/+qcow2/old/^two",
                "blockdev-add/arg-type/size",
                "blockdev-add/arg-type/*size",
                "blockdev-add/arg-type/*size/!int",
                "blockdev-add/arg-type/children/lazy",
                "blockdev-add/arg-type/either/!string",
                "blockdev-add/arg-type/either/lazy",
                "blockdev-add/arg-type/self/self/self/driver/^raw",
                "1/driver"
            })
    void leadsSomewhere(String path) {
        assertThat(schema.has(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "blockdev-del",
                "blockdev-add/",
                "blockdev-add/arg",
                "blockdev-add/driver",
                "blockdev-add/$stable",
                "blockdev-add/$deprecated/arg-type",
                "quit/arg-type",
                "broken/arg-type",
                "strange/arg-type",
                "blockdev-add/arg-type/",
                "blockdev-add/arg-type/nosuch",
                "blockdev-add/arg-type/*driver",
                "blockdev-add/arg-type/+raw",
                "blockdev-add/arg-type/+driver",
                "blockdev-add/arg-type/qcow2",
                "blockdev-add/arg-type/lost",
                "blockdev-add/arg-type/+lost",
                "blockdev-add/arg-type/$static",
                "blockdev-add/arg-type/^driver",
                "blockdev-add/arg-type/!driver",
                "blockdev-add/arg-type/driver/qcow2",
                "blockdev-add/arg-type/driver/^vmdk",
                "blockdev-add/arg-type/driver/^raw/$unstable",
                "blockdev-add/arg-type/driver/^raw/raw",
                "blockdev-add/arg-type/driver/^qcow2/$unstable/more",
                "blockdev-add/arg-type/+qcow2/old/^three",
                "blockdev-add/arg-type/+qcow2/old/^two/$unstable",
                "blockdev-add/arg-type/size/!string",
                "blockdev-add/arg-type/size/int",
                "blockdev-add/arg-type/size/!int/more",
                "blockdev-add/arg-type/either/!boolean",
                "blockdev-add/ret-type/driver",
                "no object"
            })
    void leadsNowhere(String path) {
        assertThat(schema.has(path)).isFalse();
    }

    @Test
    void aLoopOfTypesComesToAnEnd() {
        assertThat(schema.has("loop/arg-type/nosuch")).isFalse();
    }

    @Test
    void aLongPathThroughALoopIsGivenUp() {
        assertThat(schema.has("blockdev-add/arg-type" + "/self".repeat(900))).isTrue();
        assertThat(schema.has("blockdev-add/arg-type" + "/self".repeat(1100))).isFalse();
    }

    @Test
    void anEmptySchemaHasNothing() {
        assertThat(new SchemaIndex(FakeQemu.array("[]")).has("quit")).isFalse();
    }
}
