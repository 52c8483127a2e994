package org.cairn.archive;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobInputStreamOptions;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cairn.shared.ProblemException;
import org.cairn.shared.Setting;

/**
 * Objects as block blobs of one container of Azure Blob Storage, named as their keys. Blocks are
 * seen when their list is committed: an object is there whole or not at all. Its hash is metadata
 * of the blob.
 */
final class AzureObjectStore implements ObjectStore {

  private static final String SHA256 = "sha256";
  private static final int NOT_FOUND = 404;
  private static final int TRIES = 3;
  private static final int SECONDS_A_TRY = 60;
  private static final long LEAST_WAIT = 500;
  private static final long MOST_WAIT = 5_000;

  private final BlobContainerClient container;
  private volatile boolean isMade;

  AzureObjectStore(BlobContainerClient container) {
    this.container = container;
  }

  /** As the installation's settings say. The connection string is a secret and never logged. */
  static AzureObjectStore configured() {
    String connection = Setting.of("cairn.objects.azure.connection", "");
    if (connection.isEmpty()) {
      throw new IllegalStateException("cairn.objects.azure.connection is missing");
    }
    return of(connection, Setting.of("cairn.objects.azure.container", "cairn"));
  }

  static AzureObjectStore of(String connection, String name) {
    BlobContainerClient client =
        new BlobContainerClientBuilder()
            .connectionString(connection)
            .containerName(name)
            .retryOptions(
                new RequestRetryOptions(
                    RetryPolicyType.EXPONENTIAL,
                    TRIES,
                    Duration.ofSeconds(SECONDS_A_TRY),
                    Duration.ofMillis(LEAST_WAIT),
                    Duration.ofMillis(MOST_WAIT),
                    null))
            .buildClient();
    return new AzureObjectStore(client);
  }

  /** Of two that write one object of more than a block at a time, one is told to try again. */
  @Override
  public List<StoredObject> putAll(List<Given> all) {
    return all.stream().map(this::put).toList();
  }

  private StoredObject put(Given given) {
    if (!isMade) {
      reached(container::createIfNotExists);
      isMade = true;
    }
    BlockUpload upload = new BlockUpload(blob(given.key()));
    MeasuredOutput measured = new MeasuredOutput(upload);
    try {
      given.content().writeTo(measured);
    } catch (IOException e) {
      throw StorageOutage.unavailable(e);
    }
    String hash = measured.sha256();
    if (given.sha256() != null && !given.sha256().equals(hash)) {
      throw StorageOutage.damaged();
    }
    upload.commit(given.mediaType(), Map.of(SHA256, hash));
    return stat(given.key()).orElseThrow(StorageOutage::missing);
  }

  @Override
  public InputStream get(ObjectKey key, long from, long length) {
    BlobRange range = length == Long.MAX_VALUE ? new BlobRange(from) : new BlobRange(from, length);
    return reached(() -> blob(key).openInputStream(new BlobInputStreamOptions().setRange(range)));
  }

  @Override
  public Optional<StoredObject> stat(ObjectKey key) {
    return reached(
        () -> {
          try {
            BlobProperties found = blob(key).getProperties();
            return Optional.of(
                new StoredObject(
                    key.path().text(),
                    found.getContentType(),
                    found.getBlobSize(),
                    found.getMetadata().getOrDefault(SHA256, ""),
                    found.getLastModified().toInstant()));
          } catch (BlobStorageException e) {
            if (e.getStatusCode() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** The service lists from the beginning: what is before the page is read and left out. */
  @Override
  public List<StoredObject> list(
      String tenant, Container of, String prefix, String after, int limit) {
    String folder = ObjectKey.folder(tenant, of);
    ListBlobsOptions options =
        new ListBlobsOptions()
            .setPrefix(folder + prefix)
            .setDetails(new BlobListDetails().setRetrieveMetadata(true));
    return reached(
        () -> {
          List<StoredObject> found = new ArrayList<>();
          if (!container.exists()) {
            return found;
          }
          for (BlobItem item : container.listBlobs(options, null)) {
            String path = item.getName().substring(folder.length());
            if (path.compareTo(after) > 0 && found.size() < limit) {
              found.add(described(path, item));
            }
            if (found.size() == limit) {
              break;
            }
          }
          return found;
        });
  }

  /** A shared access signature that reads, and no more. */
  @Override
  public Optional<URI> link(ObjectKey key, Instant until) {
    if (!key.container().isContent()) {
      throw new IllegalArgumentException("A learner's objects are read through the application");
    }
    BlobServiceSasSignatureValues reading =
        new BlobServiceSasSignatureValues(
            until.atOffset(ZoneOffset.UTC), new BlobSasPermission().setReadPermission(true));
    BlockBlobClient blob = blob(key);
    return Optional.of(URI.create(blob.getBlobUrl() + "?" + blob.generateSas(reading)));
  }

  @Override
  public boolean delete(ObjectKey key) {
    return reached(() -> blob(key).deleteIfExists());
  }

  private BlockBlobClient blob(ObjectKey key) {
    return container.getBlobClient(key.text()).getBlockBlobClient();
  }

  private static StoredObject described(String path, BlobItem item) {
    Map<String, String> metadata = item.getMetadata() == null ? Map.of() : item.getMetadata();
    return new StoredObject(
        path,
        item.getProperties().getContentType(),
        item.getProperties().getContentLength(),
        metadata.getOrDefault(SHA256, ""),
        item.getProperties().getLastModified().toInstant());
  }

  /** Calls the service; what it does not answer well is no fault of the caller's. */
  static <T> T reached(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProblemException e) {
      throw e;
    } catch (BlobStorageException e) {
      throw e.getStatusCode() == NOT_FOUND ? StorageOutage.missing() : StorageOutage.unavailable(e);
    } catch (RuntimeException e) {
      // The client throws whatever its transport does; none of it is the caller's fault.
      throw StorageOutage.unavailable(e);
    }
  }
}
