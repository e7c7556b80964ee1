package org.domcaps.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.Random;

class CpuSignatureTest {

    @Test
    void aWordIsTakenApart() {
        assertThat(CpuSignature.ofWord(0x870f10)).isEqualTo(new CpuSignature(23, 113, 0));
        assertThat(CpuSignature.ofWord(0x000306a9)).isEqualTo(new CpuSignature(6, 58, 9));
    }

    @Test
    void theDescriptionHasFourLines() {
        assertThat(new CpuSignature(6, 28, 10).describe())
                .isEqualTo(
                        """
                        0106ca
                        family:     6 (0x06)
                        model:     28 (0x1c)
                        stepping:  10 (0x0a)
                        """);
    }

    @Test
    void zeroIsUnknown() {
        assertThat(CpuSignature.NONE.isUnknown()).isTrue();
        assertThat(CpuSignature.ofWord(0x3000).isUnknown()).isTrue();
        assertThat(new CpuSignature(0, 0, 1).isUnknown()).isFalse();
    }

    @RepeatedTest(100)
    void aSignatureComesBackFromItsWord(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        CpuSignature signature =
                new CpuSignature(random.nextInt(271), random.nextInt(256), random.nextInt(16));
        assertThat(CpuSignature.ofWord(signature.word())).isEqualTo(signature);
    }
}
