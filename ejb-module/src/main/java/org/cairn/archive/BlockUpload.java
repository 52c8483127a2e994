package org.cairn.archive;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cairn.shared.Ids;

/**
 * Sends a blob in blocks of 8 MiB, one of which is in memory; one of a single block at once. What
 * is never committed nobody sees, and the service forgets after a week. Blocks have names of their
 * own in each upload, so that two uploads to one blob do not mix.
 */
final class BlockUpload extends OutputStream {

  private static final int BLOCK = 8 << 20;

  private final BlockBlobClient blob;
  private final String upload = Ids.next().toString();
  private final List<String> blocks = new ArrayList<>();
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

  BlockUpload(BlockBlobClient blob) {
    this.blob = blob;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int done = 0;
    while (done < length) {
      int part = Math.min(block.remaining(), length - done);
      block.put(bytes, offset + done, part);
      done += part;
      if (!block.hasRemaining()) {
        stage();
      }
    }
  }

  /** Makes the blob of all that was written; what was there before is replaced. */
  void commit(String mediaType, Map<String, String> metadata) {
    BlobHttpHeaders headers = new BlobHttpHeaders().setContentType(mediaType);
    if (blocks.isEmpty()) {
      BlockBlobSimpleUploadOptions whole =
          new BlockBlobSimpleUploadOptions(written()).setHeaders(headers).setMetadata(metadata);
      AzureObjectStore.reached(() -> blob.uploadWithResponse(whole, null, Context.NONE));
      return;
    }
    if (block.position() > 0) {
      stage();
    }
    BlockBlobCommitBlockListOptions list =
        new BlockBlobCommitBlockListOptions(blocks).setHeaders(headers).setMetadata(metadata);
    AzureObjectStore.reached(() -> blob.commitBlockListWithResponse(list, null, Context.NONE));
  }

  private void stage() {
    String name = String.format("%s-%08d", upload, blocks.size());
    String id = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.US_ASCII));
    BlockBlobStageBlockOptions options = new BlockBlobStageBlockOptions(id, written());
    AzureObjectStore.reached(() -> blob.stageBlockWithResponse(options, null, Context.NONE));
    blocks.add(id);
    block.clear();
  }

  private BinaryData written() {
    return BinaryData.fromBytes(Arrays.copyOf(block.array(), block.position()));
  }
}
